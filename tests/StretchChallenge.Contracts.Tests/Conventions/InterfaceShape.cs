using System.Reflection;
using Orleans.Concurrency;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>
/// What a grain or observer interface must look like for Orleans' code generator and analyzers; the numbers are those of
/// their diagnostics.
/// </summary>
internal static class InterfaceShape
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Type[] Kinds = [typeof(IGrainWithStringKey), typeof(IGrainWithGuidKey), typeof(IGrainObserver)];

    /// <summary>What is wrong with an interface; nothing where all is well.</summary>
    public static IEnumerable<string> Violations(Type contract)
    {
        var complaints = OfInterface(contract).Concat(Methods(contract).SelectMany(OfMethod));
        return complaints.Where(complaint => complaint.Applies).Select(complaint => $"{contract} {complaint.Text}");
    }

    private static IEnumerable<(bool Applies, string Text)> OfInterface(Type contract)
    {
        yield return (!contract.IsVisible, "is not public: the generated proxy cannot see it; make it and all around it public.");
        yield return (contract.IsGenericType, "is generic: write an interface for each type.");
        yield return (contract.GetCustomAttribute<AliasAttribute>() is null, "has no [Alias]: without one its name can never change (ORLEANS0010).");
        yield return (contract.GetProperties(All).Length > 0, "has properties: make them methods (ORLEANS0008, ORLEANS0105).");
        yield return (contract.GetEvents(All).Length > 0, "has events: make them an observer.");
        yield return (
            Kinds.Count(kind => kind.IsAssignableFrom(contract)) != 1,
            $"is not exactly one of {string.Join(", ", Kinds.Select(kind => kind.Name))}.");

        var ours = contract.GetInterfaces().Where(type => !IsOfTheRuntime(type)).Select(type => type.Name).ToList();
        yield return (ours.Count > 0, $"inherits from {string.Join(", ", ours)}: declare those methods here, with aliases of their own.");
        var aliases = Methods(contract).Select(method => method.GetCustomAttribute<AliasAttribute>()?.Alias).OfType<string>().ToList();
        yield return (aliases.Distinct(StringComparer.Ordinal).Count() < aliases.Count, "has an [Alias] twice: a call would reach either (ORLEANS0011).");
    }

    private static IEnumerable<(bool Applies, string Text)> OfMethod(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var tokens = parameters.Where(parameter => parameter.ParameterType == typeof(CancellationToken)).ToList();
        yield return (method.IsStatic, $"has {method.Name}, which is static: nobody can call it on a grain.");
        yield return (!method.IsStatic && !method.IsAbstract, $"has {method.Name} with a body: put it into the grain.");
        yield return (method.GetCustomAttribute<AliasAttribute>() is null, $"has no [Alias] on {method.Name}: without one its name can never change (ORLEANS0010).");
        yield return (!method.Name.EndsWith("Async", StringComparison.Ordinal), $"has {method.Name} without Async at its end.");
        yield return (method.IsGenericMethod, $"has {method.Name}, which is generic: write a method for each type.");
        yield return (!ReturnsTask(method.ReturnType), $"answers {method.Name} with no task: return Task, Task<T>, ValueTask or ValueTask<T> (ORLEANS0009, ORLEANS0102).");
        yield return (
            method.IsDefined(typeof(OneWayAttribute)) && method.ReturnType.IsGenericType,
            $"answers the one-way {method.Name}: nobody waits for that; return Task or ValueTask.");
        yield return (parameters.Any(parameter => parameter.ParameterType.IsByRef), $"passes by reference to {method.Name}: return what changed (ORLEANS0002).");
        yield return (
            parameters.Any(parameter => parameter.ParameterType.IsByRefLike || parameter.ParameterType.IsPointer),
            $"passes to {method.Name} what lives on the caller's stack: pass a value or an immutable collection.");
        yield return (tokens.Count > 1, $"has two tokens in {method.Name}: one at most, and last (ORLEANS0109).");
        yield return (tokens.Count == 1 && tokens[0].Position < parameters.Length - 1, $"has its token not last in {method.Name}.");
    }

    private static IEnumerable<MethodInfo> Methods(Type contract) => contract.GetMethods(All).Where(method => !method.IsSpecialName && !method.IsPrivate);

    private static bool IsOfTheRuntime(Type type) => type.Namespace is "Orleans" or "Orleans.Runtime";

    private static bool ReturnsTask(Type type)
    {
        var task = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return task == typeof(Task) || task == typeof(Task<>) || task == typeof(ValueTask) || task == typeof(ValueTask<>);
    }
}
