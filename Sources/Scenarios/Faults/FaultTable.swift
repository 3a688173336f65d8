/// Every fault there is, in the order of their documentation.
package enum FaultTable {
  /// All faults.
  package static let all: [any Fault.Type] = [
    ResetFault.self, EmptyReplyFault.self, TruncateFault.self, MalformedChunkFault.self, GarbageFault.self, NeverAnswerFault.self,
    SlowCloseFault.self, WrongContentLengthFault.self, DisconnectFault.self, StallFault.self, SliceFault.self, SlowUploadFault.self,
    WrongContentTypeFault.self, DuplicateHeadersFault.self, CorruptImageFault.self, MislabelledImageFault.self,
    PlaceholderImageFault.self, HTMLErrorPageFault.self,
  ]

  /// Returns the fault of that name; nil when there is none.
  package static func fault(named name: String) -> (any Fault.Type)? { all.first { $0.name == name } }
}
