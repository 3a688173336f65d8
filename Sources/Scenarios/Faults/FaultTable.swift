/// Every fault there is, in the order of their documentation.
package enum FaultTable {
  package static let all: [any Fault.Type] = []

  package static func fault(named name: String) -> (any Fault.Type)? { all.first { $0.name == name } }
}
