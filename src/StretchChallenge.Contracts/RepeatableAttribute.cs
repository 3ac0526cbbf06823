namespace StretchChallenge.Contracts;

/// <summary>
/// Marks an idempotent call: made twice, it has the same effect and the same answer. In a cluster such a call is made again
/// when the node that it went to is lost. Methods with <c>[ReadOnly]</c> are repeated too and need no second attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
