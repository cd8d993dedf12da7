import FoundationEssentials
import Tensors
import Testing

/// One file of files.json: its bytes, and what it holds.
struct ForeignFile: Decodable {
    struct Held: Decodable {
        var name: String
        var shape: [Int]
        var dtype: String
        var data: String
    }

    var name: String
    var data: String
    var tolerance: Double
    var arrays: [Held]

    var format: String { String(name.split(separator: ".").last ?? "") }
    var bytes: [UInt8] { [UInt8](Data(base64Encoded: data) ?? Data()) }

    static func all() throws -> [ForeignFile] { try golden("files.json", as: [ForeignFile].self) }

    /// What the library reads out of bytes of a format.
    static func decode(_ bytes: [UInt8], _ format: String) throws -> [(name: String, tensor: Tensor)] {
        switch format {
        case "npy": return [("", try NPY.decode(bytes[...]))]
        case "npz": return try NPZ.decode(bytes)
        case "safetensors": return try Safetensors.decode(bytes, path: "x.safetensors")
        default:
            let image = try format == "png" ? PNGImage(png: bytes) : PNGImage(jpeg: bytes)
            return [("", try Checked.tensor(image.pixels, shape: Shape(image.height, image.width, image.channels)))]
        }
    }
}

@Suite struct ForeignFileTests {
    @Test func `files that other libraries wrote hold what these say`() throws {
        for file in try ForeignFile.all() {
            let read = try ForeignFile.decode(file.bytes, file.format)
            let names = Set(read.map(\.name))
            #expect(names == Set(file.arrays.map(\.name)), "\(file.name)")
            for held in file.arrays {
                let wanted = try StoredTensor(shape: held.shape, dtype: held.dtype, data: held.data).tensor()
                let got = try #require(read.first { $0.name == held.name }?.tensor)
                #expect(got.shape == wanted.shape && got.dtype == wanted.dtype, "\(file.name) \(held.name)")
                let close = try Checked.allClose(
                    got, wanted, relative: 0, absolute: file.tolerance, equalNaN: true)
                #expect(close, "\(file.name) \(held.name)")
            }
        }
    }

    @Test func `a file cut short at any of two hundred places is an error`() throws {
        for file in try ForeignFile.all() {
            let bytes = file.bytes
            for place in 0..<200 {
                let length = bytes.count * place / 200
                // The marks at the end of a picture say nothing about its pixels.
                let isWhole = file.format == "png" && length >= bytes.count - 12 || file.format == "jpg" && length >= bytes.count - 2
                if isWhole { continue }
                #expect(throws: (any Error).self, "\(file.name) cut at \(length)") {
                    try ForeignFile.decode(Array(bytes[..<length]), file.format)
                }
            }
        }
    }

    @Test func `bytes that lie give an error or numbers, and take no more memory than they can fill`() throws {
        var generator = RandomGenerator(seed: 17).source
        for file in try ForeignFile.all() {
            let original = file.bytes
            // The first bytes are where sizes stand.
            let head = Swift.min(original.count, 160)
            for round in 0..<60 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let end = round % 3 == 0 ? bytes.count : head
                    let place = Int.random(in: 0..<end, using: &generator)
                    bytes[place] = [0, 0xff, 0x7f, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
                }
                if let read = try? ForeignFile.decode(bytes, file.format) {
                    let held = read.reduce(0) { $0 + $1.tensor.byteCount }
                    #expect(held <= bytes.count * 65_536, "\(file.name)")
                }
            }
        }
    }

    @Test(arguments: [
        #"{"a":{"dtype":"F32","shape":[1099511627776,1099511627776],"data_offsets":[0,8]}}"#,
        #"{"a":{"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,8]}}"#,
        #"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#,
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#,
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}}"#,
        #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#,
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}"#,
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}"#,
        #"{"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}"#,
        #"{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,2],"data_offsets":[0,8]}}"#,
        #"{"a":{"shape":[2],"data_offsets":[0,8]}}"#, #"{"a":[1,2]}"#, #"[1,2]"#, #"{"a":"#, "",
    ])
    func `a safetensors header that lies is an error that names the file`(header: String) {
        let length = UInt64(header.utf8.count)
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) } + header.utf8 + [UInt8](repeating: 0, count: 8)
        let error = #expect(throws: TensorError.self) { try Safetensors.decode(bytes, path: "x.safetensors") }
        #expect(error.map { "\($0)".contains("'x.safetensors'") } ?? false)
    }

    @Test(arguments: [
        "{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 9223372036854775807), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1, 2), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1, 1), }",
        "{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }",
        "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }",
        "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
        "{'fortran_order': False, 'shape': (1,), }", "{'descr': '<f8', 'fortran_order': False, }", "", "{}",
    ])
    func `a npy header that lies is an error`(header: String) {
        let length = header.utf8.count
        let bytes: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, UInt8(length), 0] + header.utf8 + [UInt8](repeating: 0, count: 8)
        #expect(throws: TensorError.self) { try NPY.decode(bytes[...]) }
    }

    @Test func `a picture of a size that its bytes cannot hold is refused`() throws {
        for file in try ForeignFile.all() where file.format == "jpg" && file.name.hasPrefix("RGB") {
            var bytes = file.bytes
            let frame = try #require(bytes.indices.dropLast(8).first { bytes[$0] == 0xff && [0xc0, 0xc2].contains(bytes[$0 + 1]) })
            for offset in [5, 7] { (bytes[frame + offset], bytes[frame + offset + 1]) = (0xfd, 0xe8) }
            #expect(throws: JPEGError.impossibleSize(width: 65_000, height: 65_000, byteCount: bytes.count)) {
                try PNGImage(jpeg: bytes)
            }
        }
    }

    @Test func `files on disk are known by their names and read back`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vencejo-files-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let arrays = ["w": Tensor([[1.5, -2]]), "b": Tensor([true, false]), "é": Tensor([3])]
        for name in ["a.npz", "b.safetensors"] {
            let path = folder.appending(path: name).path
            try saveArrays(arrays, to: path)
            #expect(try loadArrays(path).mapValues(\.description) == arrays.mapValues(\.description))
            #expect(throws: TensorError.self) { try Tensor.load(path) }
        }
        #expect(throws: TensorError.self) { try saveArrays(arrays, to: folder.appending(path: "c.txt").path) }
        let file = try #require(try ForeignFile.all().first { $0.name == "full.jpg" })
        // The bytes say what it is, whatever the name.
        for name in ["x.jpg", "x.png", "x.JPEG"] {
            let path = folder.appending(path: name).path
            try FileBytes.write(file.bytes, to: path)
            #expect(try Tensor.load(path).shape == Shape(file.arrays[0].shape))
        }
        let path = folder.appending(path: "y.npy").path
        try Tensor([1, 2]).save(path)
        #expect(try Tensor.load(path) == Tensor([1, 2]))
        #expect(throws: TensorError.self) { try loadArrays(path) }
    }
}
