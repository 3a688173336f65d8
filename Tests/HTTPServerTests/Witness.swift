import Synchronization

/// Tells whether an object that it made is still alive.
final class Witness: Sendable {
  final class Material: Sendable {}

  private struct Memory {
    weak var material: Material?
  }

  private let memory = Mutex(Memory())

  func material() -> Material {
    let material = Material()
    memory.withLock { $0.material = material }
    return material
  }

  var isAlive: Bool { memory.withLock { $0.material != nil } }
}
