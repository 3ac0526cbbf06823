using System.Diagnostics;

namespace Orleans.InProcess;

/// <summary>A call that nobody waits for: its failure is logged.</summary>
internal sealed class OneWayCall<TResult>(GrainMethod<TResult> method, object?[] arguments, Silo silo)
    : Request(method.Interleaving)
{
    private readonly Activity? _caller = CallTrace.Caller;

    public override async Task InvokeAsync(object target)
    {
        using var span = CallTrace.Begin(method, _caller);
        try
        {
            await method.InvokeAsync(target, arguments);
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            Fail(exception);
        }
    }

    public override bool Fail(Exception exception)
    {
        silo.LogOneWayFailed(exception, method);
        return true;
    }

    public override string ToString() => method.ToString();
}
