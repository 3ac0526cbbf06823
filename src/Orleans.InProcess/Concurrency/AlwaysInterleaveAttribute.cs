namespace Orleans.Concurrency;

/// <summary>A request that may interleave with every other request of its grain.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
