using Orleans.Runtime;

namespace Orleans.InProcess;

/// <summary>Makes references to grains and to local observers.</summary>
internal sealed class GrainFactory(Silo silo) : IClusterClient
{
    public IServiceProvider ServiceProvider => silo.Services;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        GetGrainByKey<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey =>
        GetGrainByKey<TGrainInterface>(primaryKey, grainClassNamePrefix);

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not TGrainObserverInterface or GrainReference)
        {
            throw new ArgumentException($"{obj?.GetType()} is no local {typeof(TGrainObserverInterface)}.", nameof(obj));
        }

        var observer = new LocalObserver(obj, silo.Clock);
        silo.Directory.Add(observer);
        return GrainReference.Create<TGrainObserverInterface>(silo, observer.GrainId);
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference reference)
        {
            throw new ArgumentException("Only a reference made by CreateObjectReference can be deleted.", nameof(obj));
        }

        silo.Directory.RemoveObserver(reference.GrainId);
    }

    private TGrainInterface GetGrainByKey<TGrainInterface>(string key, string? classNamePrefix)
    {
        var grainClass = silo.Catalog.GetImplementation(typeof(TGrainInterface), classNamePrefix);
        return GrainReference.Create<TGrainInterface>(silo, GrainId.Create(grainClass.TypeName, key));
    }
}
