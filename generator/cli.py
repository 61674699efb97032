"""The command ``handbook``. Everything it prints is for authors, in Chinese."""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NoReturn

from generator.config import Config
from generator.content import json_schema
from generator.content.coverage import Coverage, coverage
from generator.content.kind import kinds
from generator.content.suggest import hint, nearest
from generator.fix import unreadable
from generator.pipeline import Result, load, mend, run
from generator.report import (
    COVERAGE_FORMATS,
    FORMATS,
    contents,
    covered,
    diff,
    exceptions,
    key_manual,
    manual,
    mended,
    unread,
)
from generator.rules.rule import rules
from generator.source.writing import write_file

_CLEAN, _FOUND, _USAGE = 0, 1, 2
_DASHES = "-－—–―−─"
_WHY = {
    errno.EACCES: "没有权限",
    errno.EADDRINUSE: "这个地址已经有程序在用，换一个端口：handbook serve --address 127.0.0.1:8001",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘不能写",
}


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Chinese."""

    def __init__(self, **options: object) -> None:
        # A shortened option would be taken for another one when a new one begins alike.
        options |= {"allow_abbrev": False, "formatter_class": argparse.RawDescriptionHelpFormatter}
        super().__init__(add_help=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        for pattern, said in (
            (r"unrecognized arguments: (.*)", "不认识的参数：{0}"),
            (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", "{0} 不能是 {1}，可以填：{2}"),
            (r"argument (.*?): expected one argument", "{0} 后面要跟一个值"),
            (r"the following arguments are required: (.*)", "还缺：{0}"),
            (r"argument (.*?): (.*)", "{0} {1}"),
        ):
            found = re.fullmatch(pattern, message)
            if found:
                message = said.format(*found.groups()) + self._meant(message)
        self.exit(_USAGE, f"{message}\n想看说明：handbook --help\n")

    def _meant(self, said: str) -> str:
        """The option or command that a wrong one most likely means, as a question."""
        choice = re.fullmatch(r".*invalid choice: '(.*)' \(choose from (.*)\)", said)
        if choice:
            return _question(nearest(choice[1], re.findall("'([^']*)'", choice[2])))
        unknown = re.fullmatch(r"unrecognized arguments: (\S+).*", said)
        return _question(_option(self, unknown[1])) if unknown else ""


def _question(guess: str | None) -> str:
    return f"。是不是 {guess}？" if guess else ""


def _option(parser: argparse.ArgumentParser, written: str) -> str | None:
    """The option that a word with any dashes before it means, if it has some."""
    word = written.lstrip(_DASHES)
    if word == written:
        return None
    known = {
        name.lstrip("-"): name
        for one in (parser, *_commands(parser).values())
        for action in one._actions
        for name in action.option_strings
        if name.startswith("--")
    }
    guess = nearest(word.partition("=")[0], known)
    return known[guess] if guess else None


def _commands(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    choices = (a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return next(choices, {})


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Returns 0 when clean, 1 with findings, 2 for wrong usage or a disk error."""
    options = _parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python must not try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FOUND
    except OSError as error:
        name = f"“{error.filename}”" if error.filename else ""
        why = _WHY.get(error.errno or 0, error.strerror or str(error))
        print(f"读写文件{name}时出错：{why}。", file=sys.stderr)
        return _USAGE
    except KeyboardInterrupt:
        return _USAGE
    except Exception as bug:
        # A bug of ours: the author gets one line to pass on, and no English.
        frame = traceback.extract_tb(bug.__traceback__)[-1]
        where = f"{Path(frame.filename).name}:{frame.lineno} {type(bug).__name__}: {bug}"
        print(f"程序自己出错了，不是你写错了。请把这一行发给维护手册的人：{where}", file=sys.stderr)
        if "HANDBOOK_TRACE" in os.environ:
            raise
        return _USAGE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="handbook", description="检查、生成、预览心育手册。")
    parser.add_argument(
        "--root", type=Path, default=None, help="手册仓库的文件夹（默认：当前文件夹或它的上层）"
    )
    commands = parser.add_subparsers(
        title="命令", metavar="命令", required=True, dest="命令", parser_class=_Parser
    )

    command = commands.add_parser("check", help="检查全部内容，说出哪里要改")
    command.add_argument(
        "paths", nargs="*", metavar="文件", help="只看这些文件或文件夹的问题（仍读全部内容）"
    )
    command.add_argument("--format", choices=tuple(FORMATS), default="text", help="输出的样子")
    command.add_argument("--exceptions", action="store_true", help="只列出作者放过了哪些规则、为什么")
    command.add_argument(
        "--fix", action="store_true", help="改好能自动改的：标点、形近字、各项的先后、换行符"
    )
    command.add_argument("--diff", action="store_true", help="和 --fix 一起用：只给看会怎么改，不写进文件")
    command.set_defaults(run=_check)

    command = commands.add_parser("build", help="检查，然后生成网站")
    command.add_argument(
        "--site-dir", type=Path, default=None, metavar="文件夹", help="网站放在哪里（默认 site）"
    )
    command.set_defaults(run=_build)

    command = commands.add_parser("serve", help="在本机预览，边改边看；草稿也显示")
    command.add_argument("--address", default=None, metavar="地址:端口", help="默认 127.0.0.1:8000")
    command.set_defaults(run=_serve)

    command = commands.add_parser("explain", help="解释一条规则，或者索引卡的一项")
    command.add_argument(
        "codes", nargs="*", metavar="编号或名字", help="如 B04、grade，可以写几个；不写就列出全部规则"
    )
    command.set_defaults(run=_explain)

    command = commands.add_parser("coverage", help="课程地图：《纲要》哪几条有课，哪几条还没有")
    command.add_argument("--format", choices=tuple(COVERAGE_FORMATS), default="text", help="输出的样子")
    command.add_argument(
        "--fail-under",
        type=_per_cent,
        metavar="百分数",
        help="有课的条目不到这个百分数（0 到 100），就以 1 结束",
    )
    command.set_defaults(run=_coverage)

    command = commands.add_parser("schema", help="索引卡每一项的 JSON Schema，编辑器照它提示和检查")
    names = [kind.key for kind in kinds()]
    command.add_argument("kind", nargs="?", choices=names, metavar="类别", help="、".join(names))
    command.add_argument("--write", action="store_true", help=f"写进 {json_schema.FOLDER} 文件夹")
    command.set_defaults(run=_schema)
    return parser


def _per_cent(written: str) -> Fraction:
    """A share that somebody typed, exactly. Raises ``ArgumentTypeError`` for what is none."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)[%％]?", written.strip())
    share = Fraction(found[1]) if found else Fraction(-1)
    if not 0 <= share <= 100:
        raise argparse.ArgumentTypeError(f"要写 0 到 100 的数，如 80；不能是“{written}”")
    return share


def _root(options: argparse.Namespace) -> Path:
    if options.root:
        return Path(options.root)
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "curriculum.yml").is_file()), here)


def _check(options: argparse.Namespace) -> int:
    root = _root(options)
    if options.diff and not options.fix:
        print("--diff 要和 --fix 一起用：handbook check --fix --diff", file=sys.stderr)
        return _USAGE
    if options.fix and options.format != "text":
        print("--fix 只能和 --format text 一起用。", file=sys.stderr)
        return _USAGE
    if options.exceptions and options.format == "github":
        print("--exceptions 只能和 --format text 或 json 一起用。", file=sys.stderr)
        return _USAGE
    paths = []
    for given in options.paths:
        path = _written(root, given)
        if not path.exists():
            guess = _option(_parser(), given) or _neighbour(root, given)
            print(f"找不到：{given}{_question(guess)}", file=sys.stderr)
            return _USAGE
        try:
            paths.append(path.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            print(f"不在手册仓库里：{given}", file=sys.stderr)
            return _USAGE

    def wanted(path: str) -> bool:
        return not paths or any(path == p or path.startswith(f"{p}/") or p == "." for p in paths)

    colour = options.format == "text" and sys.stdout.isatty()
    result = _fixed(root, wanted, colour, options.diff) if options.fix else run(Config(root))
    if options.exceptions:
        excused = [row for row in result.excused if wanted(row.source.path)]
        sys.stdout.write(exceptions(excused, as_json=options.format == "json"))
        return _CLEAN
    shown = [d for d in result.diagnostics if wanted(d.path)]
    sys.stdout.write(FORMATS[options.format](shown, colour=colour))
    if options.fix:
        left = [d.source.path for d in result.library.documents if d.source.text and unreadable(d)]
        sys.stdout.write(unread([path for path in left if wanted(path)]))
    return _CLEAN if all(d.severity == "todo" for d in shown) else _FOUND


def _written(root: Path, given: str) -> Path:
    """The path an author means, from where he stands or from the root, with ``\\`` as on Windows or ``/``."""
    for path in (Path(given), Path(given.replace("\\", "/"))):
        for place in (path, root / path):
            if place.exists():
                return place
    return Path(given)


def _neighbour(root: Path, given: str) -> str | None:
    """The file or folder of the content with the name most like the end of a path that leads nowhere."""
    known: dict[str, str] = {}
    for kind in kinds():
        folder = root / kind.folder
        for path in (folder, *sorted(folder.rglob("*"))) if folder.is_dir() else ():
            name = path.parent.name if path.name == "index.md" else path.name
            known.setdefault(name, path.relative_to(root).as_posix())
    name = re.split(r"[/\\]", given.rstrip("/\\"))[-1]
    guess = nearest(name, known) or nearest(name.removesuffix(".md"), known)
    return known[guess] if guess else None


def _fixed(root: Path, wanted: Callable[[str], bool], colour: bool, only_show: bool) -> Result:
    """Puts right what a machine may, or shows how; what remains is the result."""
    files, result = mend(Config(root), wanted)
    if only_show:
        for fixed in files:
            sys.stdout.write(diff(fixed, colour=colour) + "\n")
        return run(Config(root))
    for fixed in files:
        write_file(root / fixed.path, fixed.after)
    sys.stdout.write(mended(files) + "\n")
    return result


def _build(options: argparse.Namespace) -> int:
    # MkDocs takes longer to import than a whole check takes to run.
    from generator.adapters.mkdocs import Refused, build

    root = _root(options)
    config_file = root / "mkdocs.yml"
    if not config_file.is_file():
        print("找不到 mkdocs.yml。请在手册仓库的根目录里运行。", file=sys.stderr)
        return _USAGE
    site_dir = options.site_dir or root / "site"
    try:
        site = build(config_file, site_dir)
    except Refused as refused:
        sys.stdout.write(FORMATS["text"](refused.result.diagnostics, colour=sys.stdout.isatty()))
        print("没有生成网站：请先改好上面的问题。原来的网站没有动。", file=sys.stderr)
        return _FOUND
    except SystemExit:
        print("没有生成网站：MkDocs 报了上面的问题。原来的网站没有动。", file=sys.stderr)
        return _FOUND
    print(f"网站已生成：{site_dir}（{len(site.pages)} 页）。打开其中的 index.html 就能看。")
    return _CLEAN


def _serve(options: argparse.Namespace) -> int:
    from generator.adapters.mkdocs import serve

    root = _root(options)
    serve(root / "mkdocs.yml", options.address)
    return _CLEAN


def _explain(options: argparse.Namespace) -> int:
    colour = sys.stdout.isatty()
    if not options.codes:
        sys.stdout.write(contents(colour=colour))
        return _CLEAN
    known = {rule.code: rule for rule in rules()}
    keys = tuple(dict.fromkeys(key for kind in kinds() for key in kind.keys))
    curriculum = load(Config(_root(options))).curriculum if set(options.codes) & set(keys) else None
    shown = []
    for given in dict.fromkeys(options.codes):
        if given in keys and curriculum is not None:
            shown.append(key_manual(given, curriculum, colour=colour) + "\n")
        elif given.upper() in known:
            shown.append(manual(known[given.upper()], colour=colour))
        else:
            what = "规则" if given[:1].isupper() or given[-1:].isdigit() else "信息项"
            near = hint(given.upper(), known) if what == "规则" else hint(given, keys, most=30)
            print(f"没有叫“{given}”的{what}。{near}", file=sys.stderr)
            return _USAGE
    sys.stdout.write("\n".join(shown))
    return _CLEAN


def _coverage(options: argparse.Namespace) -> int:
    result = run(Config(_root(options)))
    found = coverage(result.library)
    if not found.curriculum.bands:
        print("词表 curriculum.yml 读不出来。先运行：handbook check", file=sys.stderr)
        return _FOUND
    colour = options.format == "text" and sys.stdout.isatty()
    sys.stdout.write(COVERAGE_FORMATS[options.format](found, colour=colour))
    if not result.clean:
        said = "内容里还有问题，读不准的课例没有数进去。先运行：handbook check"
        print(said, file=sys.stderr)
    lacking = found.lacking(options.fail_under) if options.fail_under is not None else 0
    if lacking:
        print(_too_little(found, options.fail_under, lacking), file=sys.stderr)
    return _FOUND if lacking else _CLEAN


def _too_little(found: Coverage, wanted: Fraction, lacking: int) -> str:
    """How far the share is from the one that is asked for, and which items would make up for it."""
    left = "、".join(row.item.key for row in found.uncovered)
    needed = "这几条都要有课" if lacking == len(found.uncovered) else f"这几条里还要有 {lacking} 条有课"
    return f"没有到 {float(wanted):g}%：{covered(found)}{needed}：{left}"


def _schema(options: argparse.Namespace) -> int:
    root = _root(options)
    curriculum = load(Config(root)).curriculum
    if not curriculum.bands:
        print("词表 curriculum.yml 读不出来。先运行：handbook check", file=sys.stderr)
        return _FOUND
    wanted = [kind for kind in kinds() if options.kind in (None, kind.key)]
    schemas = {kind: json_schema.json_schema(kind, curriculum) for kind in wanted}
    if options.write:
        for kind, schema in schemas.items():
            file = root / json_schema.path(kind)
            file.parent.mkdir(exist_ok=True)
            file.write_text(json_schema.text(schema), "utf-8")
            print(f"已写好：{json_schema.path(kind)}")
    elif options.kind:
        sys.stdout.write(json_schema.text(schemas[wanted[0]]))
    else:
        sys.stdout.write(json_schema.text({kind.key: schema for kind, schema in schemas.items()}))
    return _CLEAN
