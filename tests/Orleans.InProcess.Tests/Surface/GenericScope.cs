namespace Orleans.InProcess.Tests.Surface;

/// <summary>The names of the generic parameters that a signature refers to by number.</summary>
internal sealed record GenericScope(IReadOnlyList<string> Type, IReadOnlyList<string> Method)
{
    public static readonly GenericScope None = new([], []);
}
