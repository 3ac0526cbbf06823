namespace Orleans;

/// <summary>A grain that a <see cref="Guid"/> identifies within its type.</summary>
public interface IGrainWithGuidKey : IGrain;
