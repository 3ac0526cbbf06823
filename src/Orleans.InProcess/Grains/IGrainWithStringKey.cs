namespace Orleans;

/// <summary>A grain that a string identifies within its type.</summary>
public interface IGrainWithStringKey : IGrain;
