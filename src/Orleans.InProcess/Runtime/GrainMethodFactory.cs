using System.Reflection;

namespace Orleans.InProcess;

/// <summary>Finds the shape of a method: <c>Task</c>, <c>Task&lt;T&gt;</c>, <c>ValueTask</c>, <c>ValueTask&lt;T&gt;</c> or, in observers, <c>void</c>.</summary>
internal static class GrainMethodFactory
{
    private static readonly ReturnShape<NoResult> TaskShape =
        new(static returned => AwaitAsync((Task)returned!), static answer => answer, Task.CompletedTask);

    private static readonly ReturnShape<NoResult> ValueTaskShape = new(
        static returned => AwaitAsync(((ValueTask)returned!).AsTask()),
        static answer => new ValueTask(answer),
        ValueTask.CompletedTask);

    private static readonly ReturnShape<NoResult> VoidShape =
        new(static _ => ValueTask.FromResult(default(NoResult)), static _ => null, null);

    public static GrainMethod Create(MethodInfo method)
    {
        var returns = method.ReturnType;
        var generic = returns.IsGenericType ? returns.GetGenericTypeDefinition() : null;
        return returns switch
        {
            _ when method.IsGenericMethod => throw Unsupported(method),
            _ when returns == typeof(Task) => new GrainMethod<NoResult>(method, TaskShape),
            _ when returns == typeof(ValueTask) => new GrainMethod<NoResult>(method, ValueTaskShape),
            _ when returns == typeof(void) && typeof(IGrainObserver).IsAssignableFrom(method.DeclaringType) =>
                new GrainMethod<NoResult>(method, VoidShape),
            _ when generic == typeof(Task<>) => CreateGeneric(nameof(OfTask), method),
            _ when generic == typeof(ValueTask<>) => CreateGeneric(nameof(OfValueTask), method),
            _ => throw Unsupported(method),
        };
    }

    private static GrainMethod CreateGeneric(string factory, MethodInfo method) =>
        (GrainMethod)typeof(GrainMethodFactory)
            .GetMethod(factory, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(method.ReturnType.GetGenericArguments())
            .Invoke(null, [method])!;

    private static GrainMethod<TResult> OfTask<TResult>(MethodInfo method) => new(method, new ReturnShape<TResult>(
        static returned => new ValueTask<TResult>((Task<TResult>)returned!),
        static answer => answer,
        Task.FromResult(default(TResult)!)));

    private static GrainMethod<TResult> OfValueTask<TResult>(MethodInfo method) => new(method, new ReturnShape<TResult>(
        static returned => (ValueTask<TResult>)returned!,
        static answer => new ValueTask<TResult>(answer),
        new ValueTask<TResult>(default(TResult)!)));

    private static async ValueTask<NoResult> AwaitAsync(Task task)
    {
        await task;
        return default;
    }

    private static NotSupportedException Unsupported(MethodInfo method) =>
        new($"{method.DeclaringType}.{method.Name} cannot be a grain method: it returns {method.ReturnType}.");
}
