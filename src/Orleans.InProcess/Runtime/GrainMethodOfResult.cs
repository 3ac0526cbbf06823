using System.Reflection;
using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>A method that answers with <typeparamref name="TResult"/>, in one of the shapes a task can have.</summary>
internal sealed class GrainMethod<TResult>(MethodInfo method, ReturnShape<TResult> shape) : GrainMethod(method)
{
    public override object? Call(Silo silo, GrainId target, object?[] arguments)
    {
        ThrowIfNotReferences(arguments);
        if (IsOneWay)
        {
            silo.Post(target, new OneWayCall<TResult>(this, arguments, silo));
            return shape.Completed;
        }

        var cancellation = CancellationIn(arguments);
        if (cancellation.IsCancellationRequested)
        {
            return shape.Wrap(Task.FromCanceled<TResult>(cancellation));
        }

        var call = new Call<TResult>(this, arguments, silo);
        call.CancelWith(cancellation);
        silo.Post(target, call);
        return shape.Wrap(call.Answered);
    }

    /// <summary>Calls the method on the target itself and awaits its result.</summary>
    public ValueTask<TResult> InvokeAsync(object target, object?[] arguments) =>
        shape.AwaitAsync(Invoke(target, arguments));
}
