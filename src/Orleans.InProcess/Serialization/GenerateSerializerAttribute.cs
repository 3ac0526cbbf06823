namespace Orleans;

/// <summary>Marks a type that crosses a grain call. In one process nothing is serialised; a cluster needs the mark.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute;
