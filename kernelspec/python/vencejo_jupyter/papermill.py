"""Parameters in Swift, for papermill.

papermill loads the engines of installed packages when it starts; loading this one makes the translator known:

    papermill in.ipynb out.ipynb -p rate 0.01 -p epochs 5
"""
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

_NAME = r"[A-Za-z_][A-Za-z0-9_]*"
_DECLARATION = re.compile(
    rf"^\s*(?:let|var)\s+(?P<name>{_NAME})\s*(?::\s*(?P<type>[^=]+?))?\s*=\s*(?P<value>.+?)\s*$")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


def _split_comment(line):
    """A line of code and the text behind `//`, which may stand in a string too."""
    quoted = False
    position = 0
    while position < len(line):
        if line[position] == "\\" and quoted:
            position += 1
        elif line[position] == '"':
            quoted = not quoted
        elif line.startswith("//", position) and not quoted:
            return line[:position], line[position + 2:].strip()
        position += 1
    return line, ""


class SwiftTranslator(Translator):
    """Writes Python's values as Swift's literals, and reads what a cell tagged `parameters` declares."""

    @classmethod
    def translate_none(cls, val):
        return "nil"

    @classmethod
    def translate_bool(cls, val):
        return "true" if val else "false"

    @classmethod
    def translate_int(cls, val):
        return str(val)

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "Double.nan"
        if math.isinf(val):
            return "Double.infinity" if val > 0 else "-Double.infinity"
        return repr(float(val))

    @classmethod
    def translate_escaped_str(cls, str_val):
        text = "".join(
            _ESCAPES.get(c) or (c if c >= " " and c != "\x7f" else f"\\u{{{ord(c):x}}}") for c in str(str_val))
        return f'"{text}"'

    @classmethod
    def translate_str(cls, val):
        return cls.translate_escaped_str(val)

    @classmethod
    def translate_list(cls, val):
        return "[" + ", ".join(cls.translate(v) for v in cls._alike(val)) + "]" + cls._any(val, "[Any]")

    @classmethod
    def translate_dict(cls, val):
        if not val:
            return "[String: Any]()"
        pairs = zip(val, cls._alike(list(val.values())))
        text = ", ".join(f"{cls.translate_str(k)}: {cls.translate(v)}" for k, v in pairs)
        return f"[{text}]" + cls._any(list(val.values()), "[String: Any]")

    @staticmethod
    def _alike(values):
        """Whole numbers among others become such: Swift's arrays are of one type."""
        numbers = all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values)
        if numbers and any(isinstance(v, float) for v in values):
            return [float(v) for v in values]
        return values

    @classmethod
    def _any(cls, values, kind):
        kinds = {type(v) for v in cls._alike(values)} - {type(None)}
        if not values:
            return " as " + kind
        return "" if len(kinds) == 1 else " as " + kind.replace("Any", "Any?" if None in values else "Any")

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".rstrip()

    @classmethod
    def assign(cls, name, str_val):
        return f"var {name} = {str_val}"

    @classmethod
    def codify(cls, parameters, comment="Parameters"):
        lines = [cls.comment(comment)]
        for name, value in parameters.items():
            text = cls.translate(value)
            lines.append(f"var {name}: Any? = nil" if text == "nil" else cls.assign(name, text))
        return "\n".join(lines) + "\n"

    @classmethod
    def inspect(cls, parameters_cell):
        """What a cell declares: names, types, values, and the comment behind each as its help."""
        found = []
        for line in parameters_cell["source"].splitlines():
            code, comment = _split_comment(line)
            match = _DECLARATION.match(code)
            if match:
                found.append(Parameter(
                    name=match["name"], inferred_type_name=(match["type"] or "").strip() or cls._type(match["value"]),
                    default=match["value"], help=comment))
        return found

    @staticmethod
    def _type(value):
        if value in ("true", "false"):
            return "Bool"
        if value.startswith('"'):
            return "String"
        if re.fullmatch(r"-?\d[\d_]*", value):
            return "Int"
        if re.fullmatch(r"-?\d[\d_]*(\.\d[\d_]*)?([eE][+-]?\d+)?", value):
            return "Double"
        return "None"


papermill_translators.register("swift", SwiftTranslator)


class Engine(NBClientEngine):
    """papermill's own engine under another name: what is asked of it here is only to be loaded."""
