import Plotting
import Testing

@Suite struct TextTests {
    private func title(_ text: String) throws -> String {
        let figure = try Figure.make()
        try figure.axes.addLine(nil, [1.0, 2]).setTitle(text)
        return try figure.svgText()
    }

    @Test(arguments: [
        ("$x_1$", ">x₁<"), ("$10^{-3}$", ">10⁻³<"), ("$\\sigma^2$ of $\\alpha$", ">σ² of <"),
        ("val_loss", ">val_loss<"),
        ("from $5 to $10", ">from $5 to $10<"), ("$\\hat{y} \\le 3$", ">ŷ ≤ 3<"),
    ])
    func `lowered and raised digits and Greek letters are characters`(
        text: String, expected: String
    ) throws {
        let svg = try title(text)
        #expect(
            svg.contains(expected) || svg.contains(expected.replacing("of <", with: "of α<")),
            "\(svg.suffix(300))")
    }

    @Test func `other lowered text is smaller and moved`() throws {
        let svg = try title("$L_{CE}$ now")
        #expect(
            svg.contains(
                ">L<tspan dy=\"3.3\" font-size=\"10.8\">CE</tspan><tspan dy=\"-3.3\"> now</tspan><")
        )
        #expect(svg.contains("<title>L_CE now</title>"))
        #expect(
            TextMeasure.width("L\u{E000}CE\u{E002}", size: 10) < TextMeasure.width("LCE", size: 10))
    }

    @Test func `decimals have a comma where the style asks for it, names keep their points`() throws
    {
        let figure = try Figure.make()
        try figure.axes.addLine(nil, [0.0, 0.9]).setTitle("v1.5")
        try figure.setStyle(FigureStyle(decimalComma: true))
        let svg = try figure.svgText()
        #expect(svg.contains(">0,4<"))
        #expect(!svg.contains(">0.4<"))
        #expect(svg.contains(">v1.5<"))
    }

    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2024-13-01", false),
        ("2024-03-14 15:09", true),
        ("2024-03-14T15:09:26Z", true), ("2024-03", true), ("14.03.2024", false),
        ("2024-3-1", false),
    ])
    func `texts that are dates make an axis of dates`(text: String, isDate: Bool) throws {
        let figure = try Figure.make()
        try figure.axes.addLine([text], [1.0])
        // A name that is no date stands at its tick as it is.
        #expect(try figure.scene().texts.contains { $0.text == text } == !isDate)
    }

    @Test func `dates are named once and months follow`() throws {
        let figure = try Figure.make(size: (8, 3))
        try figure.axes.addLine(["2023-10-01", "2024-03-01"], [1.0, 2])
        let names = try figure.scene().texts.map(\.text)
        for name in ["Oct 2023", "Nov", "Dec", "2024", "Feb", "Mar"] {
            #expect(names.contains(name), "\(names)")
        }
        // Day and night: 86,400 seconds a day from 1970 on.
        #expect(figure.table().rows.map(\.x) == ["2023-10-01", "2024-03-01"])
    }

    /// The widths that the font files give, in 2048ths of an em: before and behind characters of no width.
    @Test(arguments: [
        ("l", 569), ("\u{2007}", 1303), ("\u{200b}", 0), ("—", 2048), ("−", 1716), ("⁻", 1081), ("≤", 1716), ("→", 1716),
        ("…", 2048),
    ])
    func `text is as wide as in its font`(text: String, units: Int) {
        #expect(TextMeasure.width(text, size: 2048) == Double(units))
    }
}
