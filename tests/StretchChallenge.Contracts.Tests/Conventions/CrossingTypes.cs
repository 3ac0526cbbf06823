using System.Collections.Immutable;
using System.Reflection;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>Every type that crosses a grain or observer interface: in its methods, and in what those carry.</summary>
internal static class CrossingTypes
{
    private static readonly ImmutableHashSet<Type> Plain =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long),
        typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(string), typeof(Guid),
        typeof(DateOnly), typeof(TimeOnly), typeof(DateTimeOffset), typeof(TimeSpan), typeof(CancellationToken),
    ];

    // Those of the base library that are both unchangeable and known to the serializer.
    private static readonly ImmutableHashSet<Type> Collections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(ImmutableQueue<>), typeof(ImmutableStack<>),
    ];

    /// <summary>All types that the methods of these interfaces carry, each once, what they are made of included.</summary>
    public static IReadOnlySet<Type> Of(IEnumerable<Type> interfaces)
    {
        var found = new HashSet<Type>();
        foreach (var type in interfaces.SelectMany(contract => contract.GetMethods()).SelectMany(Carried))
        {
            Add(type, found);
        }

        return found;
    }

    /// <summary>Whether Orleans carries the type without our doing: a value of the base library, or an enum.</summary>
    public static bool IsPlain(Type type) => Plain.Contains(type) || type.IsEnum;

    /// <summary>Whether it is one of the collections that can be handed over without a copy.</summary>
    public static bool IsImmutableCollection(Type type) =>
        type.IsGenericType && Collections.Contains(type.GetGenericTypeDefinition());

    /// <summary>Whether it is a reference to a grain or an observer.</summary>
    public static bool IsReference(Type type) => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type);

    private static IEnumerable<Type> Carried(MethodInfo method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)
            .SelectMany(type => IsTask(type) ? type.GetGenericArguments() : [type]);

    private static bool IsTask(Type type) => type == typeof(Task) || type == typeof(ValueTask)
        || (type.IsGenericType && type.GetGenericTypeDefinition() is var task && (task == typeof(Task<>) || task == typeof(ValueTask<>)));

    private static void Add(Type type, HashSet<Type> found)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            Add(value, found);
            return;
        }

        if (!found.Add(type) || IsPlain(type) || IsReference(type))
        {
            return;
        }

        var parts = IsImmutableCollection(type)
            ? type.GetGenericArguments()
            : type.GetGenericArguments().Concat(MessageShape.StoredProperties(type).Select(property => property.PropertyType));
        foreach (var part in parts)
        {
            Add(part, found);
        }
    }
}
