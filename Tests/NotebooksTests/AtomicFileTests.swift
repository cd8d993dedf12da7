import Glibc
import Notebooks
import Testing

@Suite struct AtomicFileTests {
    private func withFolder(_ body: (String) throws -> Void) rethrows {
        var template = Array("\(TemporaryFolder.parent)/vencejo-tests-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template) else { return }
        let folder = String(cString: path)
        defer { _ = rmdir(folder) }
        try body(folder)
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func `a file is replaced whole and keeps its mode`() throws {
        try withFolder { folder in
            let path = folder + "/a.txt"
            try AtomicFile.write(Array("first".utf8), to: path)
            chmod(path, 0o640)
            try AtomicFile.write(Array("second".utf8), to: path)
            #expect(mode(path) == 0o640)
            unlink(path)
        }
    }

    @Test func `a link stays a link to the file that is written`() throws {
        try withFolder { folder in
            let path = folder + "/a.txt"
            let link = folder + "/link"
            try AtomicFile.write([1], to: path)
            symlink(path, link)
            try AtomicFile.write([2, 3], to: link)
            var status = stat()
            #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
            #expect(stat(path, &status) == 0 && status.st_size == 2)
            unlink(link)
            unlink(path)
        }
    }

    @Test func `a file that cannot be written is named with the reason`() {
        let error = #expect(throws: AtomicFile.Failure.self) {
            try AtomicFile.write([1], to: "/nonexistent/folder/file")
        }
        #expect(
            error?.message == "cannot write '/nonexistent/folder/file': no such file or directory")
    }
}
