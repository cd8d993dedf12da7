import Glibc
public import Tensors

/// Figures one after the other: one SVG that moves by itself, a GIF, or a PNG for each.
///
/// ```swift
/// let steps = animation(frames: 30) { k, axes in axes.plot(x, wave(k)) }
/// try steps.save("wave.gif")
/// ```
public final class Animation {
    /// The figures, in their order.
    public let frames: [Figure]
    /// How many are shown in a second.
    public let framesPerSecond: Double
    /// Whether it begins again at its end.
    public let loops: Bool

    package init(_ frames: [Figure], framesPerSecond: Double = 10, loops: Bool = true)
        throws(PlotError)
    {
        guard !frames.isEmpty, frames.count <= 2000 else {
            throw .badValue(
                what: "animation's frames", given: "\(frames.count)", expected: "1 to 2000 figures")
        }
        guard framesPerSecond >= 0.1, framesPerSecond <= 50 else {
            throw .badValue(
                what: "framesPerSecond", given: "\(framesPerSecond)",
                expected: "a number from 0.1 to 50")
        }
        self.frames = frames
        self.framesPerSecond = framesPerSecond
        self.loops = loops
    }

    /// An animation whose figures a function draws, each on empty axes with the limits that suit all.
    package convenience init(
        frames count: Int, framesPerSecond: Double = 10, loops: Bool = true,
        size: (Double, Double)? = nil,
        draw: (Int, Axes) throws -> Void
    ) throws {
        guard (1...2000).contains(count) else {
            throw PlotError.badValue(
                what: "frames", given: "\(count)", expected: "a number from 1 to 2000")
        }
        var figures: [Figure] = []
        for index in 0..<count {
            let figure = try Figure.make(size: size)
            figure.trims = false
            try draw(index, figure.axes)
            figures.append(figure)
        }
        try Self.unite(figures)
        try self.init(figures, framesPerSecond: framesPerSecond, loops: loops)
    }

    /// Gives axes without limits of their own those of all figures, so that only the data moves.
    private static func unite(_ figures: [Figure]) throws(PlotError) {
        var (x, y): ([AxisLimits], [AxisLimits]) = ([], [])
        for figure in figures {
            let layout = try AxesLayout(figure.axes, style: figure.style.sizes)
            x.append(layout.xLimits)
            y.append(layout.yLimits)
        }
        for figure in figures {
            let axes = figure.axes
            func set(_ axis: ReferenceWritableKeyPath<Axes, AxisSpec>, _ all: [AxisLimits]) {
                guard axes[keyPath: axis].low == nil, axes[keyPath: axis].high == nil else {
                    return
                }
                guard all.allSatisfy({ $0.low <= $0.high }) else { return }
                axes[keyPath: axis].low = all.map(\.low).min()
                axes[keyPath: axis].high = all.map(\.high).max()
            }
            set(\.x, x)
            set(\.y, y)
        }
    }

    /// All figures in one SVG: what is the same in all of them once, the rest shown in turn (SMIL).
    package func svgText() throws(PlotError) -> String {
        var scenes: [Scene] = []
        for frame in frames { scenes.append(try frame.scene()) }
        return SVGWriter.animated(scenes, framesPerSecond: framesPerSecond, loops: loops)
    }

    /// Writes the animation: `.svg`, `.gif`, or `.png` for a file of each figure, numbered from 001.
    ///
    /// - Throws: when a file cannot be written, or `rsvg-convert` is missing for GIF and PNG.
    public func save(_ path: String, dpi: Double = 100) throws {
        let ending = path.split(separator: ".").last.map { $0.lowercased() }
        switch ending {
        case "svg": try FileWriting.write(try svgText(), to: path)
        case "png":
            let stem = path.dropLast(4)
            for (index, frame) in frames.enumerated() {
                let number = String(index + 1)
                try frame.savefig(
                    "\(stem)-\(String(repeating: "0", count: max(0, 3 - number.count)))\(number).png",
                    dpi: dpi)
            }
        case "gif": try FileWriting.write(bytes: try gif(dpi: dpi), to: path)
        default:
            throw PlotError.badValue(
                what: "the file's name", given: "'\(path)'",
                expected: "a name that ends in .svg, .gif or .png")
        }
    }

    private func gif(dpi: Double) throws -> [UInt8] {
        var encoder: GIFEncoder?
        var size = (width: 0, height: 0)
        for frame in frames {
            let image = try PNGImage(png: try FileWriting.png(of: try frame.svgText(), dpi: dpi))
            if encoder == nil {
                size = (image.width, image.height)
                encoder = GIFEncoder(width: image.width, height: image.height, loops: loops)
            }
            guard image.width == size.width, image.height == size.height else {
                throw PlotError.badValue(
                    what: "a frame", given: "\(image.width)×\(image.height) pixels",
                    expected: "all of one size, \(size.width)×\(size.height)")
            }
            encoder?.add(
                Self.opaque(image), hundredths: max(2, Int((100 / framesPerSecond).rounded())))
        }
        return encoder?.finished() ?? []
    }

    /// RGB on white.
    private static func opaque(_ image: PNGImage) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(image.width * image.height * 3)
        let channels = image.channels
        for at in stride(from: 0, to: image.pixels.count, by: channels) {
            let alpha = channels == 2 || channels == 4 ? Int(image.pixels[at + channels - 1]) : 255
            for channel in 0..<3 {
                let value = Int(image.pixels[at + (channels < 3 ? 0 : channel)])
                bytes.append(UInt8((value * alpha + 255 * (255 - alpha)) / 255))
            }
        }
        return bytes
    }
}

extension Animation: RichDisplayable {
    /// The moving picture; frontends draw it in an `<img>`, where it moves too.
    public func displayBundle() throws -> DisplayBundle {
        let svg = try svgText()
        for frame in frames { PlotSession.current.close(frame) }
        return DisplayBundle(text: description).adding("image/svg+xml", .text(svg))
    }
}

extension Animation: CustomStringConvertible {
    public var description: String {
        "<Animation of \(frames.count) figures, \(NumberText.short(framesPerSecond)) a second>"
    }
}

/// An animation whose figures a function draws: `animation(frames: 20) { k, axes in axes.plot(x, y(k)) }`.
public func animation(
    frames: Int, framesPerSecond: Double = 10, loops: Bool = true, figsize: (Double, Double)? = nil,
    draw: (Int, Axes) throws -> Void
) -> Animation {
    plain {
        try Animation(
            frames: frames, framesPerSecond: framesPerSecond, loops: loops, size: figsize,
            draw: draw)
    }
}
