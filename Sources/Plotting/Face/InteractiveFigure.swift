public import Tensors

/// A figure as part of the page: tooltips on points, and series that stand out with the pointer on the
/// legend, by CSS alone, without script or network.
public struct InteractiveFigure: RichDisplayable {
    let figure: Figure

    /// The figure as SVG inside the page, and as a picture where that cannot be.
    public func displayBundle() throws -> DisplayBundle {
        let scene = try figure.scene(interactive: true)
        let plainBundle = try figure.displayBundle()
        return plainBundle.adding(
            "text/html", .text("<div>\n" + SVGWriter.svg(scene, interactive: true) + "</div>\n"))
    }

    /// The HTML that a page shows.
    package func html() throws -> String {
        guard case .text(let text)? = try displayBundle()["text/html"] else { return "" }
        return text
    }
}

extension Figure {
    /// The figure with tooltips, and series that stand out with the pointer on the legend.
    public func interactive() -> InteractiveFigure { InteractiveFigure(figure: self) }
}
