import Foundation
for text in ["", "añb", "𝄞x"] {
    for encoding in [String.Encoding.utf8, .ascii, .utf16] {
        print(text.lengthOfBytes(using: encoding), text.maximumLengthOfBytes(using: encoding))
    }
    let data = text.data(using: .utf16)!
    print(Array(data), String(data: data, encoding: .utf16) ?? "nil")
}
print(String(bytes: [0, 104, 0, 105] as [UInt8], encoding: .utf16) ?? "nil")
