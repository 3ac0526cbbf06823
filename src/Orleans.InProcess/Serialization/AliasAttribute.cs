namespace Orleans;

/// <summary>Gives a type or a method a name that outlives its name in code.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct | AttributeTargets.Enum
    | AttributeTargets.Method,
    AllowMultiple = true)]
public sealed class AliasAttribute(string alias) : Attribute
{
    /// <summary>The name: of a type unique everywhere, of a method in its type.</summary>
    public string Alias => alias;
}
