package meta

func (f *finder) spoken() string { return "" }
