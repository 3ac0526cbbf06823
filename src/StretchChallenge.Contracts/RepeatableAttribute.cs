namespace StretchChallenge.Contracts;

/// <summary>
/// Marks an idempotent grain method: a second call has no further effect and returns the same answer. In a cluster the caller
/// repeats such a call when the node of the grain was lost. Methods with <c>[ReadOnly]</c> are repeated too and need no second attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
