namespace Orleans.Concurrency;

/// <summary>A grain class all of whose requests may interleave, still never in parallel.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
