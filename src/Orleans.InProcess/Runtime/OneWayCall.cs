namespace Orleans.InProcess;

/// <summary>A call that nobody waits for: its failure is logged.</summary>
internal sealed class OneWayCall<TResult>(GrainMethod<TResult> method, object?[] arguments, Silo silo)
    : Request(method.Interleaving)
{
    public override async Task InvokeAsync(object target)
    {
        try
        {
            await method.InvokeAsync(target, arguments);
        }
        catch (Exception exception)
        {
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
