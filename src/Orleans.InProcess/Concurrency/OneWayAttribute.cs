namespace Orleans.Concurrency;

/// <summary>A request that the caller does not wait for: its task is complete at once, its failure is logged only.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
