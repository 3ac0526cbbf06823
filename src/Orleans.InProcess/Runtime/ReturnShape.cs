namespace Orleans.InProcess;

/// <summary>Converts between what a method returns and a task of its result.</summary>
/// <param name="AwaitAsync">Awaits what the grain's method returned.</param>
/// <param name="Wrap">Gives the caller's task the method's return type.</param>
/// <param name="Completed">What a one-way call returns.</param>
internal sealed record ReturnShape<TResult>(
    Func<object?, ValueTask<TResult>> AwaitAsync, Func<Task<TResult>, object?> Wrap, object? Completed);
