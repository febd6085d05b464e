internal import Glibc

/// The processor's cores.
public enum Cores {
    public static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
