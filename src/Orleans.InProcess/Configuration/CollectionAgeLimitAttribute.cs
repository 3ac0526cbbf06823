namespace Orleans;

/// <summary>Sets how long activations of a grain class may be idle before they are collected: at least a minute.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>Hours, added to <see cref="Minutes"/>.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes, added to <see cref="Hours"/>.</summary>
    public double Minutes { get; set; }

    /// <summary>Whether activations are never collected.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>The limit.</summary>
    internal TimeSpan Limit => AlwaysActive
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromMinutes(Math.Max(1, (Hours * 60) + Minutes));
}
