import Support
import Testing

@Suite("Texts for people", .timeLimit(.minutes(15)))
struct TextTests {
  @Test("The nearest name is the one with the fewest edits")
  func nearest() {
    #expect(["firered-image-edit", "qwen-edit"].nearest(to: "qwen-edti") == "qwen-edit")
    #expect([String]().nearest(to: "x") == "")
  }

  @Test("Columns are as wide as their widest cell, the last is not padded, and a pipe does not end a Markdown cell")
  func columns() {
    let table = TextTable([["a", "long", "x"], ["bcd", "e", "y|z"]], titles: ["1", "2", "3"])
    #expect(table.aligned == "a    long  x\nbcd  e     y|z\n")
    #expect(table.markdown == "| 1 | 2 | 3 |\n| --- | --- | --- |\n| a | long | x |\n| bcd | e | y\\|z |\n")
    #expect(TextTable([]).aligned == "")
  }
}
