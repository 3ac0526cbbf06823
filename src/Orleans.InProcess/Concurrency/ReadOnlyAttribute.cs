namespace Orleans.Concurrency;

/// <summary>A request that changes nothing: it may interleave with other read-only requests of its grain.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
