import Plotting
import Testing

@Suite struct GalleryTests {
    @Test(arguments: GalleryCases.all.map(\.name))
    func `the documentation's pictures are what is drawn`(name: String) throws {
        let make = try #require(GalleryCases.all.first { $0.name == name }).make
        GoldenFile.expect(try make().svgText(), equals: "../../../docs/images/figure-\(name).svg")
    }
}
