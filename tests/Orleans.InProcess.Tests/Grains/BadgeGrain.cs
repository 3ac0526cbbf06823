using Orleans.Runtime;

namespace Orleans.InProcess.Tests;

/// <summary>A grain without the base class: its context is injected.</summary>
public sealed class BadgeGrain(IGrainContext grainContext) : IGrainBase, IBadgeGrain
{
    public IGrainContext GrainContext => grainContext;

    public Task<Guid> ReadAsync() => Task.FromResult(this.GetPrimaryKey());
}
