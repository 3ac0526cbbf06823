namespace Orleans;

/// <summary>Names a grain class's type in grain identities; by default it is the class name without <c>Grain</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    /// <summary>The name.</summary>
    internal string Name => grainType;
}
