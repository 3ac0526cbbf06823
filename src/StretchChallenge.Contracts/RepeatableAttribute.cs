namespace StretchChallenge.Contracts;

/// <summary>
/// A call that may be made twice: the second finds done what it asks for, and answers the same. A cluster makes it again
/// where the node went away that it was made to. Reads are marked as such and need no second mark.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
