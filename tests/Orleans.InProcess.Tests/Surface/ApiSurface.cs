using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Orleans.InProcess.Tests.Surface;

/// <summary>
/// Reads from an assembly's metadata, without loading it, what others can use: a line for each public type, its base,
/// each interface, and each public or protected member.
/// </summary>
internal sealed class ApiSurface
{
    private const MethodAttributes Shape = MethodAttributes.MemberAccessMask | MethodAttributes.Static
        | MethodAttributes.Virtual | MethodAttributes.Abstract | MethodAttributes.Final;

    private readonly MetadataReader _metadata;
    private readonly SignatureText _text = new();

    private ApiSurface(MetadataReader metadata) => _metadata = metadata;

    /// <summary>Returns the lines of each public type, by its full name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var surface = new ApiSurface(file.GetMetadataReader());
        return surface._metadata.TypeDefinitions
            .Select(surface._metadata.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask)
                is TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily)
            .ToDictionary(surface.NameOf, surface.Describe);
    }

    private string NameOf(TypeDefinition type)
    {
        var name = _metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(_metadata.GetTypeDefinition(outer))}+{name}"
            : $"{_metadata.GetString(type.Namespace)}.{name}";
    }

    private IReadOnlyList<string> Describe(TypeDefinition type)
    {
        var scope = new GenericScope(NamesOf(type.GetGenericParameters()), []);
        return
        [
            $"{KindText(type.Attributes)}{GenericText(type.GetGenericParameters(), scope)} : {TypeText(type.BaseType, scope)}",
            .. type.GetCustomAttributes().Select(UsageText).OfType<string>(),
            .. type.GetInterfaceImplementations()
                .Select(handle => _metadata.GetInterfaceImplementation(handle).Interface)
                .Select(handle => $"implements {TypeText(handle, scope)}"),
            .. type.GetFields().Select(_metadata.GetFieldDefinition)
                .Where(field => IsVisible((MethodAttributes)field.Attributes))
                .Select(field => FieldText(field, scope)),
            .. type.GetMethods().Select(_metadata.GetMethodDefinition)
                .Where(method => IsVisible(method.Attributes))
                .Select(method => MethodText(method, scope)),
        ];
    }

    private static string KindText(TypeAttributes attributes) =>
        attributes.HasFlag(TypeAttributes.Interface) ? "interface"
        : (attributes & (TypeAttributes.Abstract | TypeAttributes.Sealed)) switch
        {
            TypeAttributes.Abstract | TypeAttributes.Sealed => "static class",
            TypeAttributes.Abstract => "abstract class",
            TypeAttributes.Sealed => "sealed class",
            _ => "class",
        };

    /// <summary>Says where an attribute class may stand: its own AttributeUsage, as it is encoded.</summary>
    private string? UsageText(CustomAttributeHandle handle)
    {
        var attribute = _metadata.GetCustomAttribute(handle);
        return attribute.Constructor.Kind == HandleKind.MemberReference
            && _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is var parent
            && TypeText(parent, GenericScope.None) == typeof(AttributeUsageAttribute).FullName
                ? $"usage {Convert.ToHexString(_metadata.GetBlobBytes(attribute.Value))}"
                : null;
    }

    private string FieldText(FieldDefinition field, GenericScope scope) =>
        $"{field.DecodeSignature(_text, scope)} {_metadata.GetString(field.Name)}{ValueText(field.GetDefaultValue())}";

    private string MethodText(MethodDefinition method, GenericScope type)
    {
        var scope = type with { Method = NamesOf(method.GetGenericParameters()) };
        var signature = method.DecodeSignature(_text, scope);
        var parameters = method.GetParameters().Select(_metadata.GetParameter)
            .Where(parameter => parameter.SequenceNumber > 0)
            .OrderBy(parameter => parameter.SequenceNumber)
            .Zip(signature.ParameterTypes, (parameter, parameterType) =>
                $"{parameterType} {_metadata.GetString(parameter.Name)}{ValueText(parameter.GetDefaultValue())}");
        return $"[{method.Attributes & Shape}] {signature.ReturnType} {_metadata.GetString(method.Name)}"
            + $"{GenericText(method.GetGenericParameters(), scope)}({string.Join(", ", parameters)})";
    }

    private string GenericText(GenericParameterHandleCollection handles, GenericScope scope) => string.Concat(
        from parameter in handles.Select(_metadata.GetGenericParameter)
        let constraints = parameter.GetConstraints()
            .Select(handle => TypeText(_metadata.GetGenericParameterConstraint(handle).Type, scope))
        select $"<{_metadata.GetString(parameter.Name)} : {parameter.Attributes}, {string.Join(", ", constraints)}>");

    private string ValueText(ConstantHandle handle)
    {
        if (handle.IsNil)
        {
            return string.Empty;
        }

        var constant = _metadata.GetConstant(handle);
        return $" = {_metadata.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode) ?? "null"}";
    }

    private IReadOnlyList<string> NamesOf(GenericParameterHandleCollection handles) =>
        [.. handles.Select(handle => _metadata.GetString(_metadata.GetGenericParameter(handle).Name))];

    private string TypeText(EntityHandle handle, GenericScope scope) => handle.IsNil ? "nothing" : handle.Kind switch
    {
        HandleKind.TypeDefinition => _text.GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => _text.GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, 0),
        _ => _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_text, scope),
    };

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask)
        is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
