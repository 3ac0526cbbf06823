using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Orleans.InProcess.Tests.Surface;

/// <summary>Writes the types of signatures as text, wherever their assembly is.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, GenericScope>
{
    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        return Qualify(reader, type.Namespace, type.Name);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return Qualify(reader, type.Namespace, type.Name);
    }

    public string GetTypeFromSpecification(
        MetadataReader reader, GenericScope genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericTypeParameter(GenericScope genericContext, int index) => genericContext.Type[index];

    public string GetGenericMethodParameter(GenericScope genericContext, int index) => genericContext.Method[index];

    public string GetArrayType(string elementType, ArrayShape shape) =>
        $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {modifier}";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "function pointer";

    private static string Qualify(MetadataReader reader, StringHandle space, StringHandle name) =>
        $"{reader.GetString(space)}.{reader.GetString(name)}";
}
