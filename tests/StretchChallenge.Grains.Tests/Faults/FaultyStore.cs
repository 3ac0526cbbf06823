using System.Reflection;

namespace StretchChallenge.Grains.Tests.Faults;

/// <summary>Stands before a store, all of whose methods are asynchronous, and makes it fail as planned.</summary>
public class FaultyStore<TStore> : DispatchProxy
    where TStore : class
{
    private static readonly MethodInfo WithResult =
        typeof(FaultyStore<TStore>).GetMethod(nameof(RunWithResultAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private TStore? _store;
    private FaultPlan? _plan;

    internal static TStore Before(TStore store, FaultPlan plan)
    {
        var proxy = Create<TStore, FaultyStore<TStore>>();
        var faulty = (FaultyStore<TStore>)(object)proxy;
        (faulty._store, faulty._plan) = (store, plan);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.ReturnType == typeof(Task)
            ? RunAsync(targetMethod, args)
            : WithResult.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(this, [targetMethod, args]);

    private async Task RunAsync(MethodInfo method, object?[]? arguments)
    {
        await _plan!.BeforeAsync(typeof(TStore), method.Name);
        await (Task)Call(method, arguments);
        await _plan.AfterAsync(method.Name);
    }

    private async Task<TResult> RunWithResultAsync<TResult>(MethodInfo method, object?[]? arguments)
    {
        await _plan!.BeforeAsync(typeof(TStore), method.Name);
        var result = await (Task<TResult>)Call(method, arguments);
        await _plan.AfterAsync(method.Name);
        return result;
    }

    private object Call(MethodInfo method, object?[]? arguments) =>
        method.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
