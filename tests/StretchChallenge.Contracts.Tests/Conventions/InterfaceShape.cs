using System.Reflection;
using Orleans;

namespace StretchChallenge.Contracts.Tests.Conventions;

/// <summary>What a grain or observer interface must look like for Orleans' code generator and analyzers.</summary>
internal static class InterfaceShape
{
    /// <summary>What is wrong with an interface; nothing where all is well.</summary>
    public static IEnumerable<string> Violations(Type contract)
    {
        var complaints = OfInterface(contract).Concat(contract.GetMethods().SelectMany(OfMethod));
        return complaints.Where(complaint => complaint.Applies).Select(complaint => $"{contract} {complaint.Text}");
    }

    private static IEnumerable<(bool Applies, string Text)> OfInterface(Type contract)
    {
        yield return (!contract.IsVisible, "is not public.");
        yield return (contract.IsGenericType, "is generic.");
        yield return (contract.GetCustomAttribute<AliasAttribute>() is null, "has no [Alias].");
        yield return (contract.GetProperties().Length > 0, "has properties.");
        yield return (contract.GetEvents().Length > 0, "has events.");
        var aliases = contract.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>()?.Alias).ToList();
        yield return (aliases.Distinct(StringComparer.Ordinal).Count() < aliases.Count, "has an [Alias] twice.");
    }

    private static IEnumerable<(bool Applies, string Text)> OfMethod(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var tokens = parameters.Where(parameter => parameter.ParameterType == typeof(CancellationToken)).ToList();
        yield return (method.GetCustomAttribute<AliasAttribute>() is null, $"has no [Alias] on {method.Name}.");
        yield return (!method.Name.EndsWith("Async", StringComparison.Ordinal), $"has {method.Name} without Async.");
        yield return (method.IsGenericMethod, $"has {method.Name}, which is generic.");
        yield return (!ReturnsTask(method.ReturnType), $"answers {method.Name} with no task.");
        yield return (parameters.Any(parameter => parameter.ParameterType.IsByRef), $"passes by reference to {method.Name}.");
        yield return (tokens.Count > 1, $"has two tokens in {method.Name}.");
        yield return (tokens.Count == 1 && tokens[0].Position < parameters.Length - 1, $"has its token not last in {method.Name}.");
    }

    private static bool ReturnsTask(Type type)
    {
        var task = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return task == typeof(Task) || task == typeof(Task<>) || task == typeof(ValueTask) || task == typeof(ValueTask<>);
    }
}
