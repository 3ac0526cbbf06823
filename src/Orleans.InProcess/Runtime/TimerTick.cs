namespace Orleans.InProcess;

/// <summary>One tick of a grain timer. It dies with the activation it belongs to.</summary>
internal sealed class TimerTick(GrainTimer timer, Interleaving interleaving) : Request(interleaving)
{
    public override bool KeepsAlive => timer.KeepsAlive;

    public override bool IsLocal => true;

    public override Task InvokeAsync(object target) => timer.TickAsync();

    public override bool Fail(Exception exception) => false;
}
