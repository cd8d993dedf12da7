internal import Language
internal import Learning
internal import NeuralNetworks
internal import Plotting
internal import Tensors

/// Lines and areas over x.
func declareLines(_ drawing: Drawing) {
    drawing("plot", "_ x: any PlotData, _ y: any PlotData, _ format: String = \"\", label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil, marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1, smooth: Double? = nil", "A line through the points; `smooth` (0 to 1) draws the exponential mean over the faint line. Texts such as \"2024-03-14\" as x make an axis of dates.", "[0, 1, 2], [0.5, 2, 1], label: \"a\"") { (axes: PlotAxes, x: PlotSource, y: PlotSource, format: String, label: String?, color: Color?, style: LineStyle?, width: Double?, marker: Marker?, size: Double?, alpha: Double, smooth: Double?) in
        try axes.addLine(x, y, format: format, label: label, color: color, linestyle: style, linewidth: width, marker: marker, markersize: size, alpha: alpha, smooth: smooth)
    }
    drawing("plot", "_ y: any PlotData, _ format: String = \"\", label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil, marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1, smooth: Double? = nil", "A line through values at 0, 1, 2, ….", "[0.5, 2, 1], smooth: 0.6") { (axes: PlotAxes, y: PlotSource, format: String, label: String?, color: Color?, style: LineStyle?, width: Double?, marker: Marker?, size: Double?, alpha: Double, smooth: Double?) in
        try axes.addLine(nil, y, format: format, label: label, color: color, linestyle: style, linewidth: width, marker: marker, markersize: size, alpha: alpha, smooth: smooth)
    }
    drawing("step", "_ x: any PlotData, _ y: any PlotData, `where` position: String = \"pre\", label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil, alpha: Double = 1", "A line in steps.", "[0, 1, 2], [1, 3, 2]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, position: String, label: String?, color: Color?, style: LineStyle?, width: Double?, alpha: Double) in
        try axes.addStep(x, y, where: position, label: label, color: color, linestyle: style, linewidth: width, alpha: alpha)
    }
    drawing("fill_between", "_ x: any PlotData, _ y1: any PlotData, _ y2: any PlotData, label: String? = nil, color: Color? = nil, alpha: Double? = nil", "The area between two lines.", "[0, 1, 2], [0.0, 1, 0], [1.0, 2, 1]") { (axes: PlotAxes, x: PlotSource, low: PlotSource, high: PlotSource, label: String?, color: Color?, alpha: Double?) in
        try axes.addBand(x, low, high, label: label, color: color, alpha: alpha)
    }
    drawing("errorbar", "_ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil, xerr: (any PlotData)? = nil, fmt: String = \"\", capsize: Double = 3, label: String? = nil, color: Color? = nil, linewidth: Double? = nil", "Points with error bars.", "[0, 1], [1.0, 2], yerr: [0.1, 0.2]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, yerr: PlotSource?, xerr: PlotSource?, format: String, cap: Double, label: String?, color: Color?, width: Double?) in
        try axes.addErrorBars(x, y, yerr: yerr, xerr: xerr, format: format, capsize: cap, label: label, color: color, linewidth: width)
    }
    drawing("stackplot", "_ x: any PlotData, _ ys: any PlotData, labels: [String] = [], alpha: Double = 0.85", "Areas stacked on each other: an array of series over the same x.", "[0, 1, 2], [[1.0, 2, 1], [2.0, 1, 3]], labels: [\"a\", \"b\"]") { (axes: PlotAxes, x: PlotSource, ys: PlotSource, labels: [String], alpha: Double) in
        try axes.addStack(x, ys, labels: labels, alpha: alpha)
    }
    drawing("stem", "_ x: any PlotData, _ y: any PlotData, label: String? = nil, color: Color? = nil", "A line from 0 to each value with a point at its end.", "[0, 1, 2], [1.0, 2, -1]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, label: String?, color: Color?) in
        try axes.addStems(x, y, label: label, color: color)
    }
    drawing("loglog", "_ x: any PlotData, _ y: any PlotData, label: String? = nil", "A line through the points, both axes logarithmic.", "[1, 10, 100], [1.0, 5, 40]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, label: String?) in
        try axes.addLine(x, y, label: label).setXScale(.log).setYScale(.log)
    }
    drawing("semilogx", "_ x: any PlotData, _ y: any PlotData, label: String? = nil", "A line through the points, the x axis logarithmic.", "[1, 10, 100], [1.0, 5, 40]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, label: String?) in
        try axes.addLine(x, y, label: label).setXScale(.log)
    }
    drawing("semilogy", "_ x: any PlotData, _ y: any PlotData, label: String? = nil", "A line through the points, the y axis logarithmic.", "[1, 10, 100], [1.0, 5, 40]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, label: String?) in
        try axes.addLine(x, y, label: label).setYScale(.log)
    }
    drawing("waveform", "_ signal: any PlotData, sampleRate: Double = 1, label: String? = nil, color: Color? = nil", "A sound over time.", "[0.0, 0.5, -0.5, 0.1], sampleRate: 8000") { (axes: PlotAxes, signal: PlotSource, rate: Double, label: String?, color: Color?) in
        try axes.addWaveform(signal, sampleRate: rate, label: label, color: color)
    }
}

/// Lines across the axes, notes, and what has one place.
func declareMarks(_ drawing: Drawing) {
    drawing("axhline", "_ position: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed, linewidth: Double? = nil, alpha: Double = 1", "A line across the whole plot.", "0.5", isFree: false) { (axes: PlotAxes, position: Double, label: String?, color: Color?, style: LineStyle, width: Double?, alpha: Double) in
        try axes.addRule(vertical: false, at: position, label: label, color: color, linestyle: style, linewidth: width, alpha: alpha)
    }
    drawing("axvline", "_ position: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed, linewidth: Double? = nil, alpha: Double = 1", "A line across the whole plot.", "0.5", isFree: false) { (axes: PlotAxes, position: Double, label: String?, color: Color?, style: LineStyle, width: Double?, alpha: Double) in
        try axes.addRule(vertical: true, at: position, label: label, color: color, linestyle: style, linewidth: width, alpha: alpha)
    }
    drawing("axhspan", "_ low: Double, _ high: Double, label: String? = nil, color: Color? = nil, alpha: Double = 0.2", "A band across the whole plot.", "0.2, 0.4", isFree: false) { (axes: PlotAxes, low: Double, high: Double, label: String?, color: Color?, alpha: Double) in
        try axes.addSpan(vertical: false, from: low, to: high, label: label, color: color, alpha: alpha)
    }
    drawing("axvspan", "_ low: Double, _ high: Double, label: String? = nil, color: Color? = nil, alpha: Double = 0.2", "A band across the whole plot.", "0.2, 0.4", isFree: false) { (axes: PlotAxes, low: Double, high: Double, label: String?, color: Color?, alpha: Double) in
        try axes.addSpan(vertical: true, from: low, to: high, label: label, color: color, alpha: alpha)
    }
    drawing("hlines", "_ places: any PlotData, _ low: any PlotData, _ high: any PlotData, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .solid, linewidth: Double? = nil", "Lines with ends of their own.", "[1.0, 2], [0.0, 0], [3.0, 4]", isFree: false) { (axes: PlotAxes, places: PlotSource, low: PlotSource, high: PlotSource, label: String?, color: Color?, style: LineStyle, width: Double?) in
        try axes.addSegments(vertical: false, at: places, from: low, to: high, label: label, color: color, linestyle: style, linewidth: width)
    }
    drawing("vlines", "_ places: any PlotData, _ low: any PlotData, _ high: any PlotData, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .solid, linewidth: Double? = nil", "Lines with ends of their own.", "[1.0, 2], [0.0, 0], [3.0, 4]", isFree: false) { (axes: PlotAxes, places: PlotSource, low: PlotSource, high: PlotSource, label: String?, color: Color?, style: LineStyle, width: Double?) in
        try axes.addSegments(vertical: true, at: places, from: low, to: high, label: label, color: color, linestyle: style, linewidth: width)
    }
    drawing("text", "_ x: Double, _ y: Double, _ text: String, fontsize: Double? = nil, color: Color? = nil, ha: String = \"left\", va: String = \"baseline\", rotation: Double = 0", "Text at a point.", "0.5, 0.5, \"here\"", isFree: false) { (axes: PlotAxes, x: Double, y: Double, text: String, size: Double?, color: Color?, ha: String, va: String, rotation: Double) in
        try axes.addText(x, y, text, fontsize: size, color: color, ha: ha, va: va, rotation: rotation)
    }
    drawing("annotate", "_ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil, fontsize: Double? = nil, color: Color? = nil", "Text with an arrow to a point.", "\"peak\", xy: (1, 2), xytext: (0.5, 1)", isFree: false) { (axes: PlotAxes, text: String, xy: CellTuple<Double, Double>, at: CellTuple<Double, Double>?, size: Double?, color: Color?) in
        try axes.addAnnotation(text, xy: pair(xy), xytext: at.map(pair), fontsize: size, color: color)
    }
}
