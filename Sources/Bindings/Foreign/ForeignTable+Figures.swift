/// What matplotlib and others call what figures and axes do.
extension ForeignTable {
    /// What is asked of a figure.
    static let figureMembers: [String: String] = [
        "save": "savefig", "saveas": "savefig", "add_subplot": "'plt.subplots(2, 3)' makes the figure with its axes",
        "axes": "'let (figure, axes) = plt.subplots(2, 3)' gives both", "gca": "'let (figure, axes) = plt.subplots(1, 1)' gives both",
        "add_axes": "'axes[0].inset(…)' draws a small one inside", "clf": "'plt.figure()' starts a new one",
        "tight_layout": "room is left for all text by itself: leave it out", "set_size_inches": "width",
        "subplots_adjust": "room is left for all text by itself: leave it out",
        "autofmt_xdate": "labels are turned by themselves where they would meet: leave it out",
    ]

    /// What is asked of axes, or of 'plt'.
    static let axesMembers: [String: String] = [
        "set_title": "title", "set_xlabel": "xlabel", "set_ylabel": "ylabel", "set_xlim": "xlim", "set_ylim": "ylim", "set_xscale": "xscale",
        "set_yscale": "yscale", "set_xticks": "xticks", "set_yticks": "yticks", "set_xticklabels": "'xticks([0, 1], [\"a\", \"b\"])' takes both",
        "set_yticklabels": "'yticks([0, 1], [\"a\", \"b\"])' takes both", "set_axis_off": "'axis(\"off\")'", "set_aspect": "'axis(\"equal\")'",
        "set": "'title', 'xlabel', 'ylabel', 'xlim' and the others are functions of their own", "invert_xaxis": "invertXAxis",
        "invert_yaxis": "invertYAxis", "imread": "Tensor.load", "matshow": "imshow", "pcolormesh": "heatmap", "pcolor": "heatmap",
        "fill": "fill_between", "plot_surface": "surface", "violin": "violinplot", "vline": "axvline", "hline": "axhline", "line": "plot",
        "lines": "plot", "points": "scatter", "image": "imshow", "histogram": "hist", "boxPlot": "boxplot", "fillBetween": "fill_between",
        "errorBar": "errorbar", "setTitle": "title", "xLabel": "xlabel", "yLabel": "ylabel", "axis_off": "'axis(\"off\")'",
    ]
}
