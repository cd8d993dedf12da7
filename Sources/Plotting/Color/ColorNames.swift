/// The colours that have a name: matplotlib's single letters, tab: names and the common CSS names.
enum ColorNames {
    static let values: [String: UInt32] = [
        "b": 0x0000ff, "g": 0x008000, "r": 0xff0000, "c": 0x00bfbf, "m": 0xbf00bf,
        "y": 0xbfbf00, "k": 0x000000, "w": 0xffffff,
        "tab:blue": 0x1f77b4, "tab:orange": 0xff7f0e, "tab:green": 0x2ca02c,
        "tab:red": 0xd62728, "tab:purple": 0x9467bd, "tab:brown": 0x8c564b,
        "tab:pink": 0xe377c2, "tab:gray": 0x7f7f7f, "tab:grey": 0x7f7f7f,
        "tab:olive": 0xbcbd22, "tab:cyan": 0x17becf,
        "black": 0x000000, "white": 0xffffff, "gray": 0x808080, "grey": 0x808080,
        "silver": 0xc0c0c0, "lightgray": 0xd3d3d3, "lightgrey": 0xd3d3d3,
        "darkgray": 0xa9a9a9, "darkgrey": 0xa9a9a9, "dimgray": 0x696969, "dimgrey": 0x696969,
        "red": 0xff0000, "darkred": 0x8b0000, "crimson": 0xdc143c, "firebrick": 0xb22222,
        "tomato": 0xff6347, "coral": 0xff7f50, "salmon": 0xfa8072, "orangered": 0xff4500,
        "orange": 0xffa500, "darkorange": 0xff8c00, "gold": 0xffd700, "yellow": 0xffff00,
        "khaki": 0xf0e68c, "olive": 0x808000, "green": 0x008000, "darkgreen": 0x006400,
        "lime": 0x00ff00, "limegreen": 0x32cd32, "forestgreen": 0x228b22,
        "seagreen": 0x2e8b57, "lightgreen": 0x90ee90, "teal": 0x008080, "cyan": 0x00ffff,
        "turquoise": 0x40e0d0, "skyblue": 0x87ceeb, "lightblue": 0xadd8e6,
        "steelblue": 0x4682b4, "dodgerblue": 0x1e90ff, "cornflowerblue": 0x6495ed,
        "royalblue": 0x4169e1, "blue": 0x0000ff, "darkblue": 0x00008b, "navy": 0x000080,
        "slateblue": 0x6a5acd, "indigo": 0x4b0082, "purple": 0x800080, "violet": 0xee82ee,
        "orchid": 0xda70d6, "magenta": 0xff00ff, "pink": 0xffc0cb, "hotpink": 0xff69b4,
        "deeppink": 0xff1493, "brown": 0xa52a2a, "sienna": 0xa0522d, "chocolate": 0xd2691e,
        "peru": 0xcd853f, "tan": 0xd2b48c, "beige": 0xf5f5dc, "lavender": 0xe6e6fa,
        "maroon": 0x800000, "plum": 0xdda0dd, "slategray": 0x708090,
    ]

    static let common = [
        "black", "gray", "white", "red", "orange", "gold", "green", "teal", "blue", "navy",
        "purple", "magenta", "pink", "brown", "C0 … C9", "#rrggbb",
    ]
}
