using Orleans.Runtime;

namespace Orleans;

/// <summary>The root of observer interfaces: ordinary objects which grains can call through an object reference.</summary>
public interface IGrainObserver : IAddressable;
