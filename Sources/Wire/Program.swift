/// The version of the programs of this package.
public enum Program {
    public static let version = "0.1.0"
}
